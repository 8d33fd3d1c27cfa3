package io.berth.testing;

import java.io.File;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that the build has made, with what a test class needs inside it. */
public final class ArquillianWar {
  private ArquillianWar() {}

  /** The built WAR, with a database in memory: it takes its settings from its environment. */
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
