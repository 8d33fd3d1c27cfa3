package io.berth.http.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.accounts.access.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An operation of the document; adds the members that {@code api.yaml} leaves out. */
final class OperationObject {
  private static final Pattern ID = Pattern.compile("\\{(?!code|part)(\\w+)}");

  private static final Set<Operation> UNLIMITED =
      Set.of(Operation.GET_HEALTH, Operation.GET_DOCS_PART);

  private final String path;
  private final ObjectNode node;
  private final Operation operation;

  OperationObject(String path, ObjectNode node) {
    this.path = path;
    this.node = node;
    this.operation = Operation.valueOf(id(node).toUpperCase(Locale.ROOT));
  }

  private static String id(ObjectNode node) {
    return node.path("operationId").asText(node.path("x-operation").asText());
  }

  /** Adds all generated members and removes the {@code x-} shorthands. */
  void complete(ResponseSchemas responses) {
    boolean limited = !UNLIMITED.contains(operation);
    addParameters();
    addBody();
    addSuccess(responses, limited);
    failureStatuses(limited).forEach(status -> responses.addFailure(node, status));
    describeLevel();
    node.remove(
        List.of(
            "x-operation",
            "x-lists",
            "x-exports",
            "x-order",
            "x-answers",
            "x-takes",
            "x-conflicts",
            "x-finds",
            "x-shows"));
  }

  private void addParameters() {
    ArrayNode parameters = node.withArrayProperty("parameters");
    Matcher id = ID.matcher(path);
    for (int index = 0; id.find(); index++) {
      ObjectNode parameter = parameters.insertObject(index);
      parameter.put("name", id.group(1)).put("in", "path").put("required", true);
      parameter.put("description", "The id.");
      ResponseSchemas.setReference(parameter.putObject("schema"), "schemas", "Id");
    }
    if (node.has("x-lists")) {
      ResponseSchemas.setReference(parameters.addObject(), "parameters", "limit");
      ResponseSchemas.setReference(parameters.addObject(), "parameters", "offset");
    }
    if (node.has("x-order")) {
      addOrder(parameters, "group_by", "The first field to order by, ascending.");
      addOrder(parameters, "order_by", "The field to order by, before created_at and id.");
      ResponseSchemas.setReference(parameters.addObject(), "parameters", "order_direction");
    }
    if (parameters.isEmpty()) {
      node.remove("parameters");
    }
  }

  private void addOrder(ArrayNode parameters, String name, String description) {
    ObjectNode order = parameters.addObject();
    order.put("name", name).put("in", "query").put("allowEmptyValue", true);
    order.put("description", description);
    order.putObject("schema").put("type", "string").set("enum", node.get("x-order"));
  }

  private void addBody() {
    if (node.has("x-takes")) {
      ObjectNode body = node.putObject("requestBody").put("required", true);
      ObjectNode schema = body.putObject("content").putObject("application/json");
      ResponseSchemas.setReference(
          schema.putObject("schema"), "schemas", node.get("x-takes").asText());
    }
  }

  private void addSuccess(ResponseSchemas responses, boolean limited) {
    ObjectNode success = node.withObjectProperty("responses").withObjectProperty("200");
    if (!success.has("description")) {
      success.put("description", "Success.");
    }
    if (node.has("x-answers")) {
      responses.addEnvelope(success, node.get("x-answers").asText());
    }
    if (node.has("x-lists")) {
      responses.addListEnvelope(success, node.get("x-lists").asText());
    }
    if (node.has("x-shows")) {
      success
          .withObjectProperty("content")
          .putObject("text/html")
          .putObject("schema")
          .put("type", "string");
    }
    if (node.has("x-exports")) {
      success.put("description", "The file " + node.get("x-exports").asText() + ".csv.");
      success
          .withObjectProperty("content")
          .putObject("text/csv")
          .putObject("schema")
          .put("type", "string");
      ResponseSchemas.setReference(
          success.withObjectProperty("headers").putObject("Content-Disposition"),
          "headers",
          "Content-Disposition");
    }
    ResponseSchemas.addHeaders(success, limited);
  }

  private List<Integer> failureStatuses(boolean limited) {
    List<Integer> statuses = new ArrayList<>(List.of(400, 503));
    if (limited) {
      statuses.add(429);
    }
    if (!node.has("x-exports") && operation != Operation.GET_DOCS_PART) {
      statuses.add(406);
    }
    if (operation.level().isPresent()) {
      statuses.addAll(List.of(401, 403));
    }
    if (node.has("requestBody")) {
      statuses.addAll(List.of(408, 413, 415));
    }
    if (path.contains("{") || node.has("x-finds")) {
      statuses.add(404);
    }
    if (node.has("x-conflicts")) {
      statuses.add(409);
    }
    return statuses.stream().sorted().toList();
  }

  private void describeLevel() {
    Optional<String> level = operation.level().map(Object::toString);
    if (level.isEmpty()) {
      node.putArray("security");
      return;
    }
    JsonNode description = node.path("description");
    String before = description.isMissingNode() ? "" : description.asText().strip() + "\n\n";
    node.put("description", before + "Needs the level " + level.get() + ".");
    node.put("x-required-level", level.get());
  }
}
