package io.berth.inventory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.berth.hosts.Host;
import io.berth.hosts.InterfaceEntry;
import io.berth.hosts.PortEntry;
import io.berth.hosts.VirtualizationColumns;
import io.berth.services.ServiceEntry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * The body of PUT. An absent hostname or description is cleared; absent tags, virtualization and
 * lists are kept; a list replaces all rows of its kind. {@code expected_updated_at} makes the
 * change conditional.
 */
@HostRulesHold(groups = HostChecks.WholeHost.Rules.class)
public record HostChange(
    @JsonIgnore UUID hostId,
    @NotNull @CodePointLength(max = 100) String name,
    @NotNull Boolean hidden,
    @CodePointLength(max = 253) String hostname,
    @CodePointLength(max = 500) String description,
    Optional<@Valid HostVirtualization> virtualization,
    List<@NotNull UUID> tags,
    Instant expectedUpdatedAt,
    @JsonDeserialize(using = InterfaceListDeserializer.class)
        List<@NotNull @Valid InterfaceEntry> interfaces,
    List<@NotNull @Valid PortEntry> ports,
    List<@NotNull @Valid ServiceEntry> services)
    implements HostWrite {

  HostChange withId(UUID id) {
    return new HostChange(
        id,
        name,
        hidden,
        hostname,
        description,
        virtualization,
        tags,
        expectedUpdatedAt,
        interfaces,
        ports,
        services);
  }

  @Override
  public UUID networkId() {
    return null;
  }

  Host.Description toDescription(VirtualizationColumns before) {
    return new Host.Description(
        name,
        hostname,
        description,
        hidden,
        virtualization == null
            ? before
            : virtualization.map(HostVirtualization::stored).orElse(null));
  }
}
