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
 * A port or an interface that a service listens on. A row is never updated: a change deletes it
 * before new rows are inserted, so that the unique keys see no intermediate state.
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

  /** Gives the id without loading the service. */
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

  /** Never null, because unique keys treat nulls as distinct. */
  @Column(name = "interface_or_all")
  private UUID interfaceOrAll;

  /** Never null, because unique keys treat nulls as distinct. */
  @Column(name = "port_or_none")
  private UUID portOrNone;

  /** For JPA. */
  protected Binding() {}

  Binding(UUID id, Service service, BindingTarget target) {
    super(id);
    aim(service, target);
  }

  /** A changed binding, which keeps the id and the creation time. */
  Binding(Binding replaced, Service service, BindingTarget target) {
    super(replaced.id(), replaced.createdAt());
    aim(service, target);
  }

  /** An unchanged copy, to insert a row again that had to be deleted in the same transaction. */
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

  /** The service that has this binding. */
  public Service service() {
    return service;
  }

  /** The id of the service, without loading it. */
  public UUID serviceId() {
    return serviceId;
  }

  /** The host of the service. */
  public UUID hostId() {
    return hostId;
  }

  /** The network of the service. */
  public UUID networkId() {
    return networkId;
  }

  @Override
  public BindingTarget target() {
    return new BindingTarget(portId, interfaceId);
  }
}
