package io.berth.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests members and types of later versions at any position in a body. */
class LaterApiNamesTest {
  record House(List<Door> doors, Door front) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes(@JsonSubTypes.Type(value = Hinged.class, name = "Hinged"))
  @LaterApiNames.Kind(sent = "Swinging", wanted = "Hinged")
  sealed interface Door extends LaterApiNames permits Hinged {}

  record Hinged(Integer width) implements Door {
    @Override
    public Optional<String> memberFor(String sent) {
      return sent.equals("breadth") ? Optional.of("width") : Optional.empty();
    }
  }

  private static JsonRequestBody body(String json) {
    return JsonRequestBody.of(json.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'front':{'type':'Hinged','breadth':1}}|front.breadth|Send width",
        "{'front':{'breadth':{'a':[1]},'width':2,'type':'Hinged'}}|front.breadth|Send width",
        "{'doors':[{'type':'Hinged'},{'x':[],'type':'Hinged','breadth':''}]}|doors[1].breadth|Send width",
        "{'front':{'type':'Swinging','breadth':1}}|front.type|Send \"Hinged\"",
        "{'doors':[{'type':'Swinging'}]}|doors[0].type|Send \"Hinged\""
      })
  void are_refused_with_their_path_and_the_current_name(String json, String path, String message) {
    Refusal refusal = body(json).refusedAs(House.class);
    assertThat(refusal.reason()).isEqualTo(Reason.INVALID_VALUE);
    assertThat(refusal.params()).isEqualTo(Map.of("path", path));
    assertThat(refusal).hasMessageContaining(path).hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'front':{'type':'Hinged','width':1,'breadth':null}}",
        "{'front':{'type':'Hinged','width':1,'depth':{'breadth':[1]}}}",
        "{'breadth':2,'front':{'width':1,'type':'Hinged'}}"
      })
  void are_ignored_where_no_data_is_lost(String json) {
    assertThat(body(json).as(House.class).front()).isEqualTo(new Hinged(1));
  }
}
