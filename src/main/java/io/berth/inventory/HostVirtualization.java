package io.berth.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.berth.hosts.VirtualizationColumns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/** The virtualization of a host as JSON: a Proxmox virtual machine. */
public record HostVirtualization(@NotNull Type type, @NotNull @Valid Details details) {

  /** The virtualization platform. */
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
