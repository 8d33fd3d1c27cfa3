package io.berth.testing;

import java.io.File;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR of the build, with the classes that a test inside the container needs. */
public final class ArquillianWar {
  private ArquillianWar() {}

  /** The WAR of the build; it takes its settings from the server's environment. */
  public static WebArchive berth() {
    WebArchive war =
        ShrinkWrap.create(ZipImporter.class, "berth-in-container.war")
            .importFrom(new File(System.getProperty("berth.war")))
            .as(WebArchive.class);
    File assertions =
        new File(Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    war.addAsLibrary(assertions);
    war.addClass(ArquillianWar.class);
    return war;
  }
}
