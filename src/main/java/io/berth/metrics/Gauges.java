package io.berth.metrics;

import io.berth.database.Pool;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The pool of connections, as it stands when somebody looks. */
@WebListener
public class Gauges implements ServletContextListener {
  private static final String POOL = "berth_db_connections_";

  @Inject private MetricRegistry registry;

  @Inject
  @ConfigProperty(name = "berth.db.pool.max")
  private int maximum;

  @Override
  public void contextInitialized(ServletContextEvent start) {
    gauge("in_use", "Connections that transactions hold.", Pool::inUse);
    gauge(
        "free",
        "Connections that are open and not in use.",
        () -> Math.max(0, Pool.open() - Pool.inUse()));
    gauge("waiting", "Transactions that wait for a connection.", Pool::waiting);
    gauge("max", "The most connections that the pool opens.", () -> maximum);
  }

  private void gauge(String name, String description, Supplier<Integer> value) {
    registry.gauge(
        Metadata.builder().withName(POOL + name).withDescription(description).build(), value);
  }
}
