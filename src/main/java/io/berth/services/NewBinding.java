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
 * A binding that a client sends: in the list of a service, where service and network are assigned,
 * or on its own, where they are required.
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

  /** What holds where a binding must come with an id: in the lists of a new host. */
  interface Identified extends Default {}

  /** The id as it was sent; may be the nil UUID. */
  UUID id();

  /** The identity that the client gives it; null if it has left that to the server. */
  default UUID ownId() {
    return ClientIds.orNull(id());
  }

  /** Ignored, the address would become all interfaces. */
  @Override
  default Optional<String> memberFor(String sent) {
    return sent.equals("ip_address_id") ? Optional.of("interface_id") : Optional.empty();
  }

  /** The same binding under the identity that the path tells; null: a new one. */
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

  /** A port, on one interface or (null) on all. */
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

  /** An interface as a whole. */
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
