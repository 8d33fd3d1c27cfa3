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
 * Deletes, at the start of the runnable jar, the server's temporary files of killed processes:
 * about 150 MB each, which nothing else deletes. A failure does not stop the start.
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

  private FileChannel lockFile;

  @PostConstruct
  void start() {
    instanceRoot
        .filter(root -> ownProcess)
        .map(root -> new InstanceDirectory(Path.of(root)))
        .filter(InstanceDirectory::isTemporary)
        .ifPresent(this::clean);
  }

  private void clean(InstanceDirectory own) {
    try {
      List<String> copies =
          own.findCopiesSince(
              Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
      lockFile = own.lock(copies);
      List<InstanceDirectory> deleted = deleteLeftovers(own, copies);
      if (!deleted.isEmpty()) {
        LOG.info(() -> "Removed the files of processes that were killed: " + deleted);
      }
    } catch (IOException failure) {
      LOG.log(
          Level.WARNING,
          failure,
          () -> "The files of processes that were killed could not be removed");
    }
  }

  /** Deletes the directories of processes that no longer run; returns the deleted directories. */
  static List<InstanceDirectory> deleteLeftovers(InstanceDirectory own, List<String> ownCopies)
      throws IOException {
    List<InstanceDirectory> others =
        own.findAllWithLockFile().stream().filter(directory -> !directory.isSameAs(own)).toList();
    Set<String> needed = new HashSet<>(ownCopies);
    for (InstanceDirectory other : others) {
      needed.addAll(other.readCopiesInUse());
    }
    List<InstanceDirectory> deleted = new ArrayList<>();
    for (InstanceDirectory other : others) {
      if (other.deleteUnlessInUse(needed)) {
        deleted.add(other);
      }
    }
    return deleted;
  }

  @PreDestroy
  void releaseLock() {
    try {
      if (lockFile != null) {
        lockFile.close();
      }
    } catch (IOException failure) {
      LOG.log(Level.WARNING, failure, () -> "The lock file of this process could not be released");
    }
  }
}
