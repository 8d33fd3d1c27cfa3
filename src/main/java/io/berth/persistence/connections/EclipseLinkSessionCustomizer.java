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
 * Disables the query retries of EclipseLink, which would block the request thread for two times
 * five seconds while the database is unreachable; and counts the connections that EclipseLink
 * acquires.
 */
public class EclipseLinkSessionCustomizer implements SessionCustomizer {

  @Override
  public void customize(Session session) {
    DatabaseLogin login = (DatabaseLogin) session.getDatasourceLogin();
    login.setQueryRetryAttemptCount(0);
    login.setConnector(new CountingConnector((JNDIConnector) login.getConnector()));
    session.getEventManager().addListener(new UseCounter());
  }

  /**
   * Acquires connections from the same pool as the original connector, and counts waiting
   * transactions.
   */
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
    public void postAcquireConnection(SessionEvent acquired) {
      ConnectionPool.countAcquired();
    }

    @Override
    public void preReleaseConnection(SessionEvent released) {
      ConnectionPool.countReleased();
    }
  }
}
