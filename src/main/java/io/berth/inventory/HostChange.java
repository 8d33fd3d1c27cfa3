package io.berth.inventory;

import io.berth.hosts.Host;
import io.berth.hosts.Virtualized;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * What a PUT makes of a host: hostname and description that are absent are cleared, tags and
 * virtualization that are absent are kept. {@code expected_updated_at} makes the change
 * conditional.
 */
public record HostChange(
    @NotNull @CodePointLength(max = 100) String name,
    @NotNull Boolean hidden,
    @CodePointLength(max = 253) String hostname,
    @CodePointLength(max = 500) String description,
    Optional<@Valid Virtualization> virtualization,
    List<@NotNull UUID> tags,
    Instant expectedUpdatedAt,
    @Null(message = NewHost.NESTED) List<Object> interfaces,
    @Null(message = NewHost.NESTED) List<Object> ports,
    @Null(message = NewHost.NESTED) List<Object> services) {

  Host.Description toDescription(Virtualized before) {
    return new Host.Description(
        name,
        hostname,
        description,
        hidden,
        virtualization == null ? before : virtualization.map(Virtualization::stored).orElse(null));
  }
}
