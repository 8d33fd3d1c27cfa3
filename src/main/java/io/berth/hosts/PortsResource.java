package io.berth.hosts;

import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import io.berth.http.lists.Csv;
import io.berth.http.lists.Envelope;
import io.berth.http.lists.Envelope.BulkDeletion;
import io.berth.persistence.errors.RetryableFailure;
import io.berth.persistence.failures.TranslateCommitFailures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;

/** {@code /api/v1/ports}. */
@Path("v1/ports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Retry(retryOn = RetryableFailure.class)
@TranslateCommitFailures
public class PortsResource {
  @Inject private Ports ports;

  /** Returns one page, or the whole list if {@code limit} is 0. */
  @GET
  @RequiresLevel(Operation.LIST_PORTS)
  public Envelope<Iterable<PortView>> list(@BeanParam PortFilter filter) {
    return Envelope.list(ports, filter);
  }

  /** Returns the whole list as CSV, whatever the Accept header says. */
  @GET
  @Path("export/csv")
  @Produces(MediaType.WILDCARD)
  @RequiresLevel(Operation.EXPORT_PORTS_CSV)
  public Response export(@BeanParam PortFilter filter) {
    return Csv.of("Ports", PortCsvRow.class, ports.findAll(filter), ports::getRows);
  }

  /** Creates a port. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresLevel(Operation.CREATE_PORT)
  public Envelope<PortView> create(NewPort wanted) {
    return Envelope.of(ports.create(wanted));
  }

  /** Returns a port. */
  @GET
  @Path("{id}")
  @RequiresLevel(Operation.GET_PORT_BY_ID)
  public Envelope<PortView> get(@PathParam("id") UUID id) {
    return Envelope.of(ports.get(id));
  }

  /** Replaces a port; ignores an {@code id} in the body. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("{id}")
  @RequiresLevel(Operation.UPDATE_PORT)
  public Envelope<PortView> replace(@PathParam("id") UUID id, NewPort wanted) {
    return Envelope.of(ports.replace(id, wanted));
  }

  /** Deletes a port and its bindings. */
  @DELETE
  @Path("{id}")
  @RequiresLevel(Operation.DELETE_PORT)
  public Envelope<Void> delete(@PathParam("id") UUID id) {
    ports.delete(id);
    return Envelope.empty();
  }

  /** Deletes many; skips ids that are unknown or not visible to the caller. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("bulk-delete")
  @RequiresLevel(Operation.BULK_DELETE_PORTS)
  public Envelope<BulkDeletion> deleteAll(List<UUID> ids) {
    return Envelope.deleted(ports.deleteAll(ids), ids);
  }
}
