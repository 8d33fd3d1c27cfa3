package io.berth.inventory;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import io.berth.hosts.InterfaceEntry;
import io.berth.http.json.LaterApiNames;
import java.io.IOException;
import java.util.List;

/**
 * Records that the interfaces of a host were sent as null: such a client supports this name, so the
 * member that it sends under the name of later versions is only a copy of what it read.
 */
final class InterfaceListDeserializer extends JsonDeserializer<List<InterfaceEntry>> {

  @Override
  public List<InterfaceEntry> deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    return context.readValue(
        json, context.getTypeFactory().constructCollectionType(List.class, InterfaceEntry.class));
  }

  @Override
  public List<InterfaceEntry> getNullValue(DeserializationContext context) {
    context.setAttribute(LaterApiNames.sentAsNull("interfaces"), true);
    return null;
  }

  @Override
  public List<InterfaceEntry> getAbsentValue(DeserializationContext context) {
    return null;
  }
}
