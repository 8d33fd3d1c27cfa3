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
 * A program that listens on a host. A new service gets the position after the existing ones. Each
 * binding belongs to one service and changes only under the lock of its host.
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

  /** Does not compare the host, the network, bindings and tags. */
  boolean matches(ServiceChange change, int atPosition) {
    return serviceDefinition.equals(change.serviceDefinition())
        && name.equals(change.name())
        && position == atPosition
        && (change.virtualization() == null
            || change
                .virtualization()
                .equals(Optional.ofNullable(ServiceVirtualization.of(virtualization))));
  }

  /** The other host must be in the same network. */
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

  /** The network of the host. */
  public UUID networkId() {
    return networkId;
  }

  /** The host that the service belongs to. */
  public UUID hostId() {
    return hostId;
  }

  /** The kind of the service, kept as sent. */
  public String serviceDefinition() {
    return serviceDefinition;
  }

  /** The name, at most 100 characters. */
  public String name() {
    return name;
  }

  /** The origin of the service. */
  public Source source() {
    return source;
  }

  /** The position among the services of the host, from 0. */
  public int position() {
    return position;
  }

  /** The container that the service runs in, or null. */
  public VirtualizationColumns virtualization() {
    return virtualization;
  }
}
