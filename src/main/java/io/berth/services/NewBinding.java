package io.berth.services;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.berth.accounts.access.Reachable;
import io.berth.http.json.LaterApiNames;
import io.berth.persistence.ClientIds;
import io.berth.services.ServiceChecks.SingleBinding;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.groups.Default;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A binding in a request. In the list of a service, the server assigns its service and network; on
 * its own, it must have both.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NewBinding.OnPort.class, name = "Port"),
  @JsonSubTypes.Type(value = NewBinding.OnInterface.class, name = "Interface")
})
@OnLockedHost(groups = SingleBinding.Lock.class)
@NoBindingConflict(groups = SingleBinding.Conflict.class)
@OnOwnHost(groups = SingleBinding.OwnHost.class)
@PortsFree(groups = SingleBinding.Claim.class)
@LaterApiNames.Kind(sent = "IPAddress", wanted = "Interface")
public sealed interface NewBinding extends BindingWrite, BindingTarget.HasTarget, LaterApiNames {

  /** Validation group for the lists of a new host, where a binding must have an id. */
  interface Identified extends Default {}

  /** The id as sent; may be null or the nil UUID. */
  UUID id();

  /** The id of the client; null if the server creates it. */
  default UUID ownId() {
    return ClientIds.orNull(id());
  }

  /** If the address were ignored, the binding would be to all interfaces. */
  @Override
  default Optional<String> memberFor(String sent) {
    return sent.equals("ip_address_id") ? Optional.of("interface_id") : Optional.empty();
  }

  /** This binding with the id from the path; null for a new binding. */
  NewBinding withId(UUID id);

  @Override
  default boolean isWhole() {
    return false;
  }

  @Override
  default UUID hostId() {
    return null;
  }

  @Override
  default UUID replacedId() {
    return id();
  }

  @Override
  default List<NewBinding> bindings() {
    return List.of(this);
  }

  /** A port on one interface, or on all interfaces if the interface is null. */
  record OnPort(
      @NotNull(groups = Identified.class) UUID id,
      @NotNull(groups = SingleBinding.Shape.class) UUID serviceId,
      @NotNull(groups = SingleBinding.Shape.class) @Reachable(groups = SingleBinding.Shape.class)
          UUID networkId,
      @NotNull UUID portId,
      UUID interfaceId)
      implements NewBinding {

    @Override
    public NewBinding withId(UUID other) {
      return new OnPort(other, serviceId, networkId, portId, interfaceId);
    }

    @Override
    public BindingTarget target() {
      return new BindingTarget(portId, interfaceId);
    }
  }

  /** A whole interface. */
  record OnInterface(
      @NotNull(groups = Identified.class) UUID id,
      @NotNull(groups = SingleBinding.Shape.class) UUID serviceId,
      @NotNull(groups = SingleBinding.Shape.class) @Reachable(groups = SingleBinding.Shape.class)
          UUID networkId,
      @NotNull UUID interfaceId)
      implements NewBinding {

    @Override
    public NewBinding withId(UUID other) {
      return new OnInterface(other, serviceId, networkId, interfaceId);
    }

    @Override
    public BindingTarget target() {
      return new BindingTarget(null, interfaceId);
    }
  }
}
