package io.berth.inventory.tags;

import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import io.berth.http.lists.Csv;
import io.berth.http.lists.Envelope;
import io.berth.http.lists.Envelope.BulkDeletion;
import io.berth.http.lists.PageParameters;
import io.berth.inventory.tags.TaggedEntities.Affected;
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

/** {@code /api/v1/tags}. */
@Path("v1/tags")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Retry(retryOn = RetryableFailure.class)
@TranslateCommitFailures
public class TagsResource {
  @Inject private Tags tags;
  @Inject private TagAssignments assignments;

  /** Returns one page, or the whole list if {@code limit} is 0. */
  @GET
  @RequiresLevel(Operation.GET_ALL_TAGS)
  public Envelope<Iterable<TagView>> list(@BeanParam PageParameters request) {
    return Envelope.list(tags, request);
  }

  /** Returns the whole list as CSV, whatever the Accept header says. */
  @GET
  @Path("export/csv")
  @Produces(MediaType.WILDCARD)
  @RequiresLevel(Operation.EXPORT_TAGS_CSV)
  public Response export(@BeanParam PageParameters request) {
    return Csv.of("Tags", TagView.class, tags.findAll(request), tags::getAll);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresLevel(Operation.CREATE_TAG)
  public Envelope<TagView> create(NewTag wanted) {
    return Envelope.of(tags.create(wanted));
  }

  @GET
  @Path("{id}")
  @RequiresLevel(Operation.GET_TAG_BY_ID)
  public Envelope<TagView> get(@PathParam("id") UUID id) {
    return Envelope.of(tags.get(id));
  }

  /** Replaces a tag; ignores an {@code id} in the body. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("{id}")
  @RequiresLevel(Operation.UPDATE_TAG)
  public Envelope<TagView> replace(@PathParam("id") UUID id, NewTag wanted) {
    return Envelope.of(tags.replace(id, wanted));
  }

  @DELETE
  @Path("{id}")
  @RequiresLevel(Operation.DELETE_TAG)
  public Envelope<Void> delete(@PathParam("id") UUID id) {
    tags.delete(id);
    return Envelope.empty();
  }

  /** Replaces all tags of an entity. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("assign")
  @RequiresLevel(Operation.SET_ENTITY_TAGS)
  public Envelope<Void> assign(EntityTags wanted) {
    assignments.set(wanted);
    return Envelope.empty();
  }

  /** Adds a tag to many entities; skips ids that are unknown or not visible to the caller. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("assign/bulk-add")
  @RequiresLevel(Operation.BULK_ADD_TAG)
  public Envelope<Affected> addToAll(TaggedEntities wanted) {
    return Envelope.of(new Affected(assignments.add(wanted)));
  }

  /** Removes a tag from many entities; skips ids that are unknown or not visible to the caller. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("assign/bulk-remove")
  @RequiresLevel(Operation.BULK_REMOVE_TAG)
  public Envelope<Affected> removeFromAll(TaggedEntities wanted) {
    return Envelope.of(new Affected(assignments.remove(wanted)));
  }

  /** Deletes many; skips ids that are unknown or not visible to the caller. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("bulk-delete")
  @RequiresLevel(Operation.BULK_DELETE_TAGS)
  public Envelope<BulkDeletion> deleteAll(List<UUID> ids) {
    return Envelope.deleted(tags.deleteAll(ids), ids);
  }
}
