package io.berth.services;

import io.berth.hosts.VirtualizationColumns;
import io.berth.persistence.ConstraintMeaning;
import io.berth.persistence.QueryHints;
import io.berth.persistence.Source;
import io.berth.persistence.StoredEntity;
import io.berth.refusals.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.QueryHint;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that listens on a host. It is born with a position after the services that are there;
 * its bindings are its own and change only with it or through it, under the lock of its host.
 */
@ConstraintMeaning(
    constraint = "service_pk",
    reason = Reason.ID_TAKEN,
    message = ConstraintMeaning.ID_TAKEN)
@Entity
@Table(name = "service")
@NamedQuery(
    name = ServiceReader.BY_IDS,
    query = ServiceReader.READ + "s.id in :ids" + ServiceReader.ORDER,
    hints = {
      @QueryHint(name = QueryHints.READ_ONLY, value = "true"),
      @QueryHint(name = QueryHints.REFRESH, value = "true")
    })
@NamedQuery(
    name = ServiceReader.ON_HOSTS,
    query = ServiceReader.READ + "s.hostId in :ids" + ServiceReader.ORDER,
    hints = {
      @QueryHint(name = QueryHints.READ_ONLY, value = "true"),
      @QueryHint(name = QueryHints.REFRESH, value = "true")
    })
public class Service extends StoredEntity {
  @Column(name = "network_id")
  private UUID networkId;

  @Column(name = "host_id")
  private UUID hostId;

  @Column(name = "service_definition")
  private String serviceDefinition;

  private String name;

  @Enumerated(EnumType.STRING)
  private Source source;

  private int position;
  @Embedded private VirtualizationColumns virtualization;

  /** For JPA. */
  protected Service() {}

  Service(UUID id, NewService wanted, int position) {
    super(id);
    this.networkId = wanted.networkId();
    this.hostId = wanted.hostId();
    this.serviceDefinition = wanted.serviceDefinition();
    this.name = wanted.name();
    this.source = Source.MANUAL;
    this.position = position;
    this.virtualization = wanted.virtualization() == null ? null : wanted.virtualization().stored();
  }

  /** Whether the change would leave it as it is. */
  boolean matches(ServiceChange change, int atPosition) {
    return serviceDefinition.equals(change.serviceDefinition())
        && name.equals(change.name())
        && position == atPosition
        && (change.virtualization() == null
            || change
                .virtualization()
                .equals(Optional.ofNullable(ServiceVirtualization.of(virtualization))));
  }

  /** Moves it to another host of its network. */
  void moveTo(UUID otherHostId, int otherPosition) {
    this.hostId = otherHostId;
    this.position = otherPosition;
    touch();
  }

  void apply(ServiceChange change, int position) {
    this.networkId = change.networkId();
    this.hostId = change.hostId();
    this.serviceDefinition = change.serviceDefinition();
    this.name = change.name();
    this.position = position;
    if (change.virtualization() != null) {
      this.virtualization = change.virtualization().map(ServiceVirtualization::stored).orElse(null);
    }
    touch();
  }

  /** The network of its host. */
  public UUID networkId() {
    return networkId;
  }

  /** The host on which it listens. */
  public UUID hostId() {
    return hostId;
  }

  /** What kind of service it is; kept as sent. */
  public String serviceDefinition() {
    return serviceDefinition;
  }

  /** Its name, at most 100 characters. */
  public String name() {
    return name;
  }

  /** Who made it. */
  public Source source() {
    return source;
  }

  /** Its place among the services of its host, from 0. */
  public int position() {
    return position;
  }

  /** The container that it runs in, or null. */
  public VirtualizationColumns virtualization() {
    return virtualization;
  }
}
