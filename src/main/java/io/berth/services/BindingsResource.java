package io.berth.services;

import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import io.berth.http.lists.Csv;
import io.berth.http.lists.Envelope;
import io.berth.http.lists.Envelope.BulkDeletion;
import io.berth.persistence.errors.RetryableFailure;
import io.berth.persistence.failures.TranslateCommitFailures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
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

/** {@code /api/v1/bindings}. */
@Path("v1/bindings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Retry(retryOn = RetryableFailure.class)
@TranslateCommitFailures
public class BindingsResource {
  @Inject private Bindings bindings;

  /** Lists a page of the bindings, or all. */
  @GET
  @RequiresLevel(Operation.LIST_BINDINGS)
  public Envelope<Iterable<BindingView>> list(@BeanParam BindingFilter filter) {
    return Envelope.list(bindings, filter);
  }

  /** Exports the bindings as a CSV file, whatever the Accept header says. */
  @GET
  @Path("export/csv")
  @Produces(MediaType.WILDCARD)
  @RequiresLevel(Operation.EXPORT_BINDINGS_CSV)
  public Response export(@BeanParam BindingFilter filter) {
    return Csv.of("Bindings", BindingCsvRow.class, bindings.findAll(filter), bindings::getRows);
  }

  /** Creates a binding; an id in the body is ignored. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresLevel(Operation.CREATE_BINDING)
  public Envelope<BindingView> create(@NotNull NewBinding wanted) {
    return Envelope.of(bindings.create(wanted.withId(null)));
  }

  /** Returns a binding. */
  @GET
  @Path("{id}")
  @RequiresLevel(Operation.GET_BINDING_BY_ID)
  public Envelope<BindingView> get(@PathParam("id") UUID id) {
    return Envelope.of(bindings.get(id));
  }

  /** Replaces a binding; the id in the path overrides one in the body. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("{id}")
  @RequiresLevel(Operation.UPDATE_BINDING)
  public Envelope<BindingView> replace(@PathParam("id") UUID id, @NotNull NewBinding wanted) {
    return Envelope.of(bindings.replace(wanted.withId(id)));
  }

  /** Deletes a binding. */
  @DELETE
  @Path("{id}")
  @RequiresLevel(Operation.DELETE_BINDING)
  public Envelope<Void> delete(@PathParam("id") UUID id) {
    bindings.delete(id);
    return Envelope.empty();
  }

  /** Deletes bindings; ignores ids that are unknown or that the caller may not see. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("bulk-delete")
  @RequiresLevel(Operation.BULK_DELETE_BINDINGS)
  public Envelope<BulkDeletion> deleteAll(List<UUID> ids) {
    return Envelope.deleted(bindings.deleteAll(ids), ids);
  }
}
