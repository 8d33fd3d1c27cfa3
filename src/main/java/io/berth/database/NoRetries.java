package io.berth.database;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Without its database, Berth answers at once: by itself EclipseLink would wait and try a query
 * again, two times five seconds, with the request's thread.
 */
public class NoRetries implements SessionCustomizer {

  @Override
  public void customize(Session session) {
    ((DatabaseLogin) session.getDatasourceLogin()).setQueryRetryAttemptCount(0);
  }
}
