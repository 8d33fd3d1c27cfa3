package io.berth.services;

import io.berth.persistence.ConstraintMeaning;
import io.berth.persistence.StoredEntity;
import io.berth.refusals.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * What a service listens on. A binding never changes: a change replaces the row, before anything
 * new is written, so that the unique keys see no state in between.
 */
@ConstraintMeaning(
    constraint = "binding_pk",
    reason = Reason.ID_TAKEN,
    message = ConstraintMeaning.ID_TAKEN)
@ConstraintMeaning(
    constraint = "binding_claim",
    reason = Reason.PORT_CLAIMED,
    message = "Another service already claims this port on the same interface.")
@ConstraintMeaning(
    constraint = "binding_port",
    reason = Reason.IN_USE,
    message =
        "Bindings refer to this port, so it cannot move to another host. Delete the bindings first.")
@ConstraintMeaning(
    constraint = "binding_interface",
    reason = Reason.IN_USE,
    message =
        "Bindings refer to this interface, so it cannot move to another host. Delete the bindings first.")
@Entity
@Table(name = "binding")
public class Binding extends StoredEntity implements BindingTarget.HasTarget {
  private static final UUID NONE = new UUID(0, 0);

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "service_id")
  private Service service;

  /** Its id is asked for where the service itself need not be read. */
  @Column(name = "service_id", insertable = false, updatable = false)
  private UUID serviceId;

  @Column(name = "host_id")
  private UUID hostId;

  @Column(name = "network_id")
  private UUID networkId;

  @Column(name = "port_id")
  private UUID portId;

  @Column(name = "interface_id")
  private UUID interfaceId;

  /** For the unique keys, which a null would escape. */
  @Column(name = "interface_or_all")
  private UUID interfaceOrAll;

  /** For the unique keys, which a null would escape. */
  @Column(name = "port_or_none")
  private UUID portOrNone;

  /** For JPA. */
  protected Binding() {}

  /** A binding made now. */
  Binding(UUID id, Service service, BindingTarget target) {
    super(id);
    aim(service, target);
  }

  /** A binding that takes the place of one that was made before. */
  Binding(Binding replaced, Service service, BindingTarget target) {
    super(replaced.id(), replaced.createdAt());
    aim(service, target);
  }

  /** A binding that comes back as it was, its row having given way for a moment. */
  Binding(Binding same, Service service) {
    super(same);
    aim(service, same.target());
  }

  private void aim(Service service, BindingTarget target) {
    this.service = service;
    this.serviceId = service.id();
    this.hostId = service.hostId();
    this.networkId = service.networkId();
    this.portId = target.portId();
    this.interfaceId = target.interfaceId();
    this.interfaceOrAll = interfaceId == null ? NONE : interfaceId;
    this.portOrNone = portId == null ? NONE : portId;
  }

  /** The service that it is a binding of. */
  public Service service() {
    return service;
  }

  /** The id of the service that it is a binding of. */
  public UUID serviceId() {
    return serviceId;
  }

  /** The host of its service. */
  public UUID hostId() {
    return hostId;
  }

  /** The network of its service. */
  public UUID networkId() {
    return networkId;
  }

  @Override
  public BindingTarget target() {
    return new BindingTarget(portId, interfaceId);
  }
}
