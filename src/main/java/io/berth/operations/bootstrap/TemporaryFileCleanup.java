package io.berth.operations.bootstrap;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * At the start of a process of its own, removes the server's files of processes that were killed:
 * about 150 MB each, which nobody else would remove. What can't be removed does not stop the start.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class TemporaryFileCleanup {
  private static final Logger LOG = Logger.getLogger(TemporaryFileCleanup.class.getName());

  @Inject
  @ConfigProperty(name = "berth.exit.when.refused")
  private boolean ownProcess;

  @Inject
  @ConfigProperty(name = "com.sun.aas.instanceRoot")
  private Optional<String> instanceRoot;

  private FileChannel mark;

  @PostConstruct
  void begin() {
    instanceRoot
        .filter(root -> ownProcess)
        .map(root -> new InstanceDirectory(Path.of(root)))
        .filter(InstanceDirectory::isTemporary)
        .ifPresent(this::clean);
  }

  private void clean(InstanceDirectory own) {
    try {
      List<String> copies =
          own.copiesSince(
              Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
      mark = own.mark(copies);
      List<InstanceDirectory> removed = removeLeftovers(own, copies);
      if (!removed.isEmpty()) {
        LOG.info(() -> "Removed the files of processes that were killed: " + removed);
      }
    } catch (IOException failure) {
      LOG.log(
          Level.WARNING,
          failure,
          () -> "The files of processes that were killed could not be removed");
    }
  }

  /** Removes what processes have left that do not live; answers their directories. */
  static List<InstanceDirectory> removeLeftovers(InstanceDirectory own, List<String> ownCopies)
      throws IOException {
    List<InstanceDirectory> others =
        own.marked().stream().filter(directory -> !directory.isAt(own)).toList();
    Set<String> needed = new HashSet<>(ownCopies);
    for (InstanceDirectory other : others) {
      needed.addAll(other.copiesInUse());
    }
    List<InstanceDirectory> removed = new ArrayList<>();
    for (InstanceDirectory other : others) {
      if (other.removeUnlessInUse(needed)) {
        removed.add(other);
      }
    }
    return removed;
  }

  @PreDestroy
  void end() {
    try {
      if (mark != null) {
        mark.close();
      }
    } catch (IOException failure) {
      LOG.log(Level.WARNING, failure, () -> "The lock file of this process could not be released");
    }
  }
}
