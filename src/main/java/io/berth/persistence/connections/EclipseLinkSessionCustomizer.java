package io.berth.persistence.connections;

import java.sql.Connection;
import java.util.Properties;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Without its database, Berth answers at once: by itself EclipseLink would wait and try a query
 * again, two times five seconds, with the request's thread. And what it takes from the pool is
 * counted.
 */
public class EclipseLinkSessionCustomizer implements SessionCustomizer {

  @Override
  public void customize(Session session) {
    DatabaseLogin login = (DatabaseLogin) session.getDatasourceLogin();
    login.setQueryRetryAttemptCount(0);
    login.setConnector(new CountingConnector((JNDIConnector) login.getConnector()));
    session.getEventManager().addListener(new UseCounter());
  }

  /** Takes connections from the same pool as the connector before it, and counts who waits. */
  private static final class CountingConnector extends JNDIConnector {
    private static final long serialVersionUID = 1;

    CountingConnector(JNDIConnector connector) {
      super(connector.getDataSource());
    }

    @Override
    public Connection connect(Properties properties, Session session) {
      return ConnectionPool.waitFor(() -> super.connect(properties, session));
    }
  }

  private static final class UseCounter extends SessionEventAdapter {
    @Override
    public void postAcquireConnection(SessionEvent taken) {
      ConnectionPool.taken();
    }

    @Override
    public void preReleaseConnection(SessionEvent released) {
      ConnectionPool.released();
    }
  }
}
