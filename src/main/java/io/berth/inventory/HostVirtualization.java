package io.berth.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.berth.hosts.VirtualizationColumns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/** What a host runs on, on the wire: a virtual machine of Proxmox. */
public record HostVirtualization(@NotNull Type type, @NotNull @Valid Details details) {

  /** The kinds of it. */
  public enum Type {
    @JsonProperty("Proxmox")
    PROXMOX
  }

  /** The virtual machine, and the service that runs it. */
  public record Details(
      @CodePointLength(max = 100) String vmName,
      @CodePointLength(max = 100) String vmId,
      @NotNull UUID serviceId) {}

  VirtualizationColumns stored() {
    return new VirtualizationColumns(details.serviceId(), details.vmName(), details.vmId());
  }

  static HostVirtualization of(VirtualizationColumns stored) {
    return stored == null
        ? null
        : new HostVirtualization(
            Type.PROXMOX, new Details(stored.name(), stored.reference(), stored.serviceId()));
  }
}
