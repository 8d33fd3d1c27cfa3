package io.berth.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.accounts.access.Caller;
import io.berth.accounts.access.Level;
import io.berth.hosts.HostStore;
import io.berth.refusals.Refusal;
import io.berth.testing.ArquillianWar;
import jakarta.ejb.EJBTransactionRequiredException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls the EJBs inside the server, without HTTP. */
@Tag("container")
@ExtendWith(ArquillianExtension.class)
class InContainerIT {
  @Inject private Services services;
  @Inject private HostStore hosts;
  @Inject private Caller caller;
  @Inject private UserTransaction transaction;
  @PersistenceContext private EntityManager database;

  private UUID network;
  private UUID host;

  @Deployment
  static WebArchive berth() {
    return ArquillianWar.berth();
  }

  @BeforeEach
  void create_a_host() throws Exception {
    transaction.begin();
    network =
        database
            .createQuery("select n.id from Network n", UUID.class)
            .setMaxResults(1)
            .getSingleResult();
    UUID organization =
        database.createQuery("select o.id from Organization o", UUID.class).getSingleResult();
    caller.authenticate(
        new Caller.Identity(
            UUID.randomUUID(),
            UUID.randomUUID(),
            organization,
            Level.OWNER,
            true,
            Set.of(network)));
    host =
        hosts
            .create(network, new io.berth.hosts.Host.Description("host", null, null, false, null))
            .id();
    transaction.commit();
  }

  @Test
  void create_refuses_a_service_without_required_members() {
    NewService invalid = new NewService(null, network, "", "web", null, null, null);
    assertThatThrownBy(() -> services.create(invalid))
        .isInstanceOf(ConstraintViolationException.class);
  }

  @Test
  void create_refuses_conflicting_bindings() {
    assertThatThrownBy(() -> services.create(conflicting()))
        .isInstanceOf(ConstraintViolationException.class);
  }

  @Test
  void create_refuses_a_port_of_another_host() {
    NewService foreign = service(new NewBinding.OnPort(null, null, null, UUID.randomUUID(), null));
    assertThatThrownBy(() -> services.create(foreign))
        .isInstanceOf(ConstraintViolationException.class);
  }

  @Test
  void get_in_a_later_transaction_returns_the_created_service() {
    UUID created = services.create(service()).id();
    assertThat(services.get(created).hostId()).isEqualTo(host);
  }

  @Test
  void rolls_back_the_writes_of_a_refused_call() {
    NewService unknownTag =
        new NewService(host, network, "Web", "rolled back", null, null, List.of(UUID.randomUUID()));
    assertThatThrownBy(() -> services.create(unknownTag)).isInstanceOf(Refusal.class);
    assertThat(countByName("rolled back")).isZero();
  }

  @Test
  void rolls_back_the_transaction_of_the_caller_after_a_violation() throws Exception {
    transaction.begin();
    services.create(service());
    assertThatThrownBy(() -> services.create(conflicting()))
        .isInstanceOf(ConstraintViolationException.class);
    assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
    transaction.rollback();
  }

  @Test
  void holds_the_lock_of_the_host_until_the_transaction_ends() throws Exception {
    transaction.begin();
    services.create(service());
    assertThat(hosts.isLocked(host)).isTrue();
    transaction.rollback();
  }

  @Test
  void lock_requires_a_transaction() {
    assertThatThrownBy(() -> hosts.lock(List.of(host)))
        .isInstanceOf(EJBTransactionRequiredException.class);
  }

  private NewService conflicting() {
    UUID eth0 = UUID.randomUUID();
    return service(
        new NewBinding.OnInterface(null, null, null, eth0),
        new NewBinding.OnPort(null, null, null, UUID.randomUUID(), eth0));
  }

  private NewService service(NewBinding... bindings) {
    return new NewService(host, network, "Web", "web", List.of(bindings), null, null);
  }

  private long countByName(String name) {
    return database
        .createQuery("select count(s) from Service s where s.name = :name", Long.class)
        .setParameter("name", name)
        .getSingleResult();
  }
}
