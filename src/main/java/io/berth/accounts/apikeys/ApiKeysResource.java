package io.berth.accounts.apikeys;

import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import io.berth.http.lists.Envelope;
import io.berth.http.lists.Envelope.BulkDeletion;
import io.berth.http.lists.PageParameters;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;

/** {@code /api/v1/auth/keys}. */
@Path("v1/auth/keys")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Retry(retryOn = RetryableFailure.class)
@TranslateCommitFailures
public class ApiKeysResource {
  @Inject private ApiKeys keys;

  /** Returns one page, or the whole list if {@code limit} is 0. */
  @GET
  @RequiresLevel(Operation.GET_ALL_USER_API_KEYS)
  public Envelope<Iterable<ApiKeyView>> list(@BeanParam PageParameters request) {
    return Envelope.list(keys, request);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresLevel(Operation.CREATE_USER_API_KEY)
  public Envelope<ApiKeyView.WithSecret> create(NewApiKey wanted) {
    return Envelope.of(keys.create(wanted));
  }

  @GET
  @Path("{id}")
  @RequiresLevel(Operation.GET_USER_API_KEY_BY_ID)
  public Envelope<ApiKeyView> get(@PathParam("id") UUID id) {
    return Envelope.of(keys.get(id));
  }

  /** Replaces a key; ignores an {@code id} in the body. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("{id}")
  @RequiresLevel(Operation.UPDATE_USER_API_KEY)
  public Envelope<ApiKeyView> replace(@PathParam("id") UUID id, NewApiKey wanted) {
    return Envelope.of(keys.replace(id, wanted));
  }

  /** Replaces and returns the secret; the old one is invalid at once. */
  @POST
  @Path("{id}/rotate")
  @RequiresLevel(Operation.ROTATE_USER_API_KEY)
  public Envelope<String> rotate(@PathParam("id") UUID id) {
    return Envelope.of(keys.rotate(id));
  }

  @DELETE
  @Path("{id}")
  @RequiresLevel(Operation.DELETE_USER_API_KEY)
  public Envelope<Void> delete(@PathParam("id") UUID id) {
    keys.delete(id);
    return Envelope.empty();
  }

  /** Deletes many; skips ids that are unknown or not visible to the caller. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("bulk-delete")
  @RequiresLevel(Operation.BULK_DELETE_USER_API_KEYS)
  public Envelope<BulkDeletion> deleteAll(List<UUID> ids) {
    return Envelope.deleted(keys.deleteAll(ids), ids);
  }
}
