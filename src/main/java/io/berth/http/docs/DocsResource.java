package io.berth.http.docs;

import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import io.berth.http.filters.SecurityHeadersFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code /api/docs}: the OpenAPI document in Swagger UI, whose files are part of Berth. */
@Path("docs")
@ApplicationScoped
public class DocsResource {
  private static final String OWN_ASSETS =
      "script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'";

  /** The page; it may load only resources that Berth serves. */
  @GET
  @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
  @RequiresLevel(Operation.GET_DOCS)
  public InputStream page(@Context HttpServletResponse response) {
    SecurityHeadersFilter.allow(response, OWN_ASSETS);
    return DocsResource.class.getResourceAsStream("docs.html");
  }

  /** A file that the page loads; refuses an unknown name with 404. */
  @GET
  @Path("{part}")
  @Produces(MediaType.WILDCARD)
  @RequiresLevel(Operation.GET_DOCS_PART)
  public Response asset(@PathParam("part") String name) {
    DocsAsset asset = DocsAsset.find(name).orElseThrow(NotFoundException::new);
    return Response.ok(asset.content(), asset.type()).build();
  }
}
