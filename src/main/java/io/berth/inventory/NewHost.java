package io.berth.inventory;

import io.berth.accounts.access.Reachable;
import io.berth.hosts.Host;
import io.berth.hosts.InterfaceEntry;
import io.berth.hosts.PortEntry;
import io.berth.services.NewBinding;
import io.berth.services.ServiceEntry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.groups.ConvertGroup;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * The body of POST. Services may bind to interfaces and ports of the same request, because the
 * client creates their ids.
 */
@HostRulesHold(groups = HostChecks.WholeHost.Rules.class)
public record NewHost(
    @NotNull @CodePointLength(max = 100) String name,
    @NotNull @Reachable UUID networkId,
    @CodePointLength(max = 253) String hostname,
    @CodePointLength(max = 500) String description,
    Boolean hidden,
    @Valid HostVirtualization virtualization,
    List<@NotNull UUID> tags,
    List<@NotNull @Valid InterfaceEntry> interfaces,
    List<@NotNull @Valid PortEntry> ports,
    List<@NotNull @Valid @ConvertGroup(to = NewBinding.Identified.class) ServiceEntry> services)
    implements HostWrite {

  @Override
  public UUID hostId() {
    return null;
  }

  @Override
  public Instant expectedUpdatedAt() {
    return null;
  }

  Host.Description toDescription() {
    return new Host.Description(
        name,
        hostname,
        description,
        Boolean.TRUE.equals(hidden),
        virtualization == null ? null : virtualization.stored());
  }
}
