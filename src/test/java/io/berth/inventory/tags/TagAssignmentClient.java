package io.berth.inventory.tags;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.JsonBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A client of the operations that assign tags to entities. */
record TagAssignmentClient(ApiClient client) {

  static Map<String, Object> body(String type, String entity, List<String> tags) {
    return JsonBody.of("entity_type", type, "entity_id", entity, "tag_ids", tags);
  }

  static Map<String, Object> body(String type, List<String> entities, String tag) {
    return JsonBody.of("entity_type", type, "entity_ids", entities, "tag_id", tag);
  }

  ApiResponse set(String type, String entity, String... tags) {
    return client.put("/tags/assign", body(type, entity, List.of(tags)));
  }

  ApiResponse add(String type, List<String> entities, String tag) {
    return client.post("/tags/assign/bulk-add", body(type, entities, tag));
  }

  ApiResponse remove(String type, List<String> entities, String tag) {
    return client.post("/tags/assign/bulk-remove", body(type, entities, tag));
  }

  /** The number of changed entities in the response to a bulk operation. */
  static int affected(ApiResponse response) {
    assertThat(response.members()).containsExactly("affected_count");
    return response.data().get("affected_count").asInt();
  }

  JsonNode read(String type, String id) {
    return client.get("/" + type.toLowerCase(Locale.ROOT) + "s/" + id).data();
  }

  List<String> tagsOf(String type, String id) {
    List<String> tags = new ArrayList<>();
    read(type, id).get("tags").forEach(tag -> tags.add(tag.asText()));
    return tags;
  }
}
