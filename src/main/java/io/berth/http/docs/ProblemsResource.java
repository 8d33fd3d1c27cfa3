package io.berth.http.docs;

import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import io.berth.http.errors.ProblemType;
import io.berth.http.lists.Envelope;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /api/problems}: what the codes of failures mean, for people and for programs. */
@Path("problems")
@ApplicationScoped
public class ProblemsResource {
  private static final String PAGE = MediaType.TEXT_HTML + ";charset=UTF-8;qs=0.9";

  /** A client that likes both as much, or does not say what it likes, is a program. */
  private static final String DATA = MediaType.APPLICATION_JSON + ";qs=1";

  /** All codes, as a page. */
  @GET
  @RequiresLevel(Operation.LIST_PROBLEMS)
  @Produces(PAGE)
  public String page(@Context HttpServletResponse response) {
    ProblemPage.allow(response);
    return ProblemPage.of(ProblemType.all());
  }

  /** All codes, as data. */
  @GET
  @RequiresLevel(Operation.LIST_PROBLEMS)
  @Produces(DATA)
  public Envelope<List<ProblemType>> list() {
    return Envelope.of(ProblemType.all());
  }

  /** One code, as a page. */
  @GET
  @Path("{code}")
  @RequiresLevel(Operation.GET_PROBLEM)
  @Produces(PAGE)
  public String page(@PathParam("code") String code, @Context HttpServletResponse response) {
    ProblemType explanation = require(code);
    ProblemPage.allow(response);
    return ProblemPage.of(List.of(explanation));
  }

  /** One code, as data. */
  @GET
  @Path("{code}")
  @RequiresLevel(Operation.GET_PROBLEM)
  @Produces(DATA)
  public Envelope<ProblemType> get(@PathParam("code") String code) {
    return Envelope.of(require(code));
  }

  private static ProblemType require(String code) {
    return ProblemType.find(code)
        .orElseThrow(
            () ->
                new Refusal(
                    Reason.NOT_FOUND,
                    "This code does not exist. /api/problems lists all codes.",
                    "entity",
                    "Problem",
                    "id",
                    code));
  }
}
