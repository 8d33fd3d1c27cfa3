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

/** The EJBs as any caller inside the server meets them, without HTTP in between. */
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
  void arrange() throws Exception {
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
            .add(network, new io.berth.hosts.Host.Description("host", null, null, false, null))
            .id();
    transaction.commit();
  }

  @Test
  void refuses_a_shapeless_service_to_every_caller() {
    NewService shapeless = new NewService(null, network, "", "web", null, null, null);
    assertThatThrownBy(() -> services.create(shapeless))
        .isInstanceOf(ConstraintViolationException.class);
  }

  @Test
  void refuses_conflicting_bindings_to_every_caller() {
    assertThatThrownBy(() -> services.create(conflicting()))
        .isInstanceOf(ConstraintViolationException.class);
  }

  @Test
  void refuses_a_port_of_another_host_to_every_caller() {
    NewService foreign = service(new NewBinding.OnPort(null, null, null, UUID.randomUUID(), null));
    assertThatThrownBy(() -> services.create(foreign))
        .isInstanceOf(ConstraintViolationException.class);
  }

  @Test
  void makes_a_service_and_shows_it_to_the_next_transaction() {
    UUID made = services.create(service()).id();
    assertThat(services.get(made).hostId()).isEqualTo(host);
  }

  @Test
  void rolls_back_what_a_refused_call_had_written() {
    NewService unknownTag =
        new NewService(host, network, "Web", "rolled back", null, null, List.of(UUID.randomUUID()));
    assertThatThrownBy(() -> services.create(unknownTag)).isInstanceOf(Refusal.class);
    assertThat(named("rolled back")).isZero();
  }

  @Test
  void rolls_back_a_caller_who_had_written_before_a_rule_was_broken() throws Exception {
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
  void hands_out_no_entity_without_a_transaction() {
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

  private long named(String name) {
    return database
        .createQuery("select count(s) from Service s where s.name = :name", Long.class)
        .setParameter("name", name)
        .getSingleResult();
  }
}
