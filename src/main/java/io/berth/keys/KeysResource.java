package io.berth.keys;

import io.berth.access.Needs;
import io.berth.access.Operation;
import io.berth.answers.Envelope;
import io.berth.answers.Envelope.BulkDeletion;
import io.berth.answers.Everything;
import io.berth.answers.PageRequest;
import io.berth.database.RetryableFailure;
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
public class KeysResource {
  private static final int AT_A_TIME = 500;

  @Inject private Keys keys;

  /** A page of them, or all. */
  @GET
  @Needs(Operation.GET_ALL_USER_API_KEYS)
  public Envelope<Iterable<KeyView>> list(@BeanParam PageRequest request) {
    return request.isUnlimited()
        ? Envelope.of(new Everything<>(keys.findAll(request), keys::getAll, AT_A_TIME), request)
        : Envelope.of(keys.list(request));
  }

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Operation.CREATE_USER_API_KEY)
  public Envelope<KeyView.WithSecret> create(NewKey wanted) {
    return Envelope.of(keys.create(wanted));
  }

  /** One by its id. */
  @GET
  @Path("{id}")
  @Needs(Operation.GET_USER_API_KEY_BY_ID)
  public Envelope<KeyView> get(@PathParam("id") UUID id) {
    return Envelope.of(keys.get(id));
  }

  /** Replaces one; the path's id counts. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("{id}")
  @Needs(Operation.UPDATE_USER_API_KEY)
  public Envelope<KeyView> replace(@PathParam("id") UUID id, NewKey wanted) {
    return Envelope.of(keys.replace(id, wanted));
  }

  /** Gives a key a new secret; the old one is dead at once. */
  @POST
  @Path("{id}/rotate")
  @Needs(Operation.ROTATE_USER_API_KEY)
  public Envelope<String> rotate(@PathParam("id") UUID id) {
    return Envelope.of(keys.rotate(id));
  }

  /** Deletes one. */
  @DELETE
  @Path("{id}")
  @Needs(Operation.DELETE_USER_API_KEY)
  public Envelope<Void> delete(@PathParam("id") UUID id) {
    keys.delete(id);
    return Envelope.empty();
  }

  /** Deletes many; ids that are unknown or not to be seen are passed over. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("bulk-delete")
  @Needs(Operation.BULK_DELETE_USER_API_KEYS)
  public Envelope<BulkDeletion> deleteAll(List<UUID> ids) {
    return Envelope.deleted(keys.deleteAll(ids), ids);
  }
}
