package io.berth.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import io.berth.services.BindingTarget;
import io.berth.services.NewBinding;
import io.berth.services.NewService;
import io.berth.services.ServiceChange;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests members that have several forms. */
class JsonFormatTest {
  private static final UUID PORT = UUID.fromString("0190a1b2-c3d4-7e5f-8a9b-000000000080");
  private static final UUID ETH0 = UUID.fromString("0190a1b2-c3d4-7e5f-8a9b-0000000000e0");

  @Test
  void reads_an_absent_virtualization_as_null() {
    assertThat(JsonRequestBody.of("{}").as(ServiceChange.class).virtualization()).isNull();
  }

  @Test
  void reads_a_null_virtualization_as_empty() {
    assertThat(
            JsonRequestBody.of("{\"virtualization\":null}")
                .as(ServiceChange.class)
                .virtualization())
        .isEmpty();
  }

  @Test
  void reads_a_virtualization() {
    String docker = "{\"type\":\"Docker\",\"details\":{\"service_id\":\"" + PORT + "\"}}";
    JsonRequestBody body = JsonRequestBody.of("{\"virtualization\":" + docker + "}");
    assertThat(body.as(ServiceChange.class).virtualization().orElseThrow().details().serviceId())
        .isEqualTo(PORT);
  }

  @Test
  void refuses_a_virtualization_of_another_type() {
    Refusal refusal =
        JsonRequestBody.of("{\"virtualization\":{\"type\":\"Proxmox\"}}")
            .refusedAs(ServiceChange.class);
    assertThat(refusal.params()).containsEntry("path", "virtualization.type");
  }

  @ParameterizedTest
  @CsvSource({"''", "',\"tags\":null'"})
  void reads_absent_and_null_tags_as_null(String tags) {
    JsonRequestBody body = JsonRequestBody.of("{\"name\":\"web\"" + tags + "}");
    assertThat(body.as(ServiceChange.class).tags()).isNull();
  }

  @Test
  void reads_an_empty_list_of_tags_as_empty() {
    assertThat(JsonRequestBody.of("{\"tags\":[]}").as(ServiceChange.class).tags()).isEmpty();
  }

  @Test
  void ignores_the_id_in_a_body() {
    JsonRequestBody body =
        JsonRequestBody.of("{\"service_id\":\"" + PORT + "\",\"id\":\"" + PORT + "\"}");
    assertThat(body.as(ServiceChange.class).serviceId()).isNull();
  }

  @Test
  void reads_absent_bindings_as_empty() {
    assertThat(JsonRequestBody.of("{}").as(NewService.class).bindings()).isEmpty();
  }

  @Test
  void accepts_an_existing_service_as_a_new_one() {
    JsonRequestBody body =
        JsonRequestBody.of(
            """
            {"id":7,"created_at":"x","updated_at":null,"position":"first","source":{"type":"Odd"},
             "name":"web","service_definition":"Web Service"}
            """);
    assertThat(body.as(NewService.class).name()).isEqualTo("web");
  }

  @Test
  void reads_a_binding_of_type_interface() {
    NewBinding binding = binding("{\"type\":\"Interface\",\"interface_id\":\"" + ETH0 + "\"}");
    assertThat(binding.target()).isEqualTo(new BindingTarget(null, ETH0));
  }

  @Test
  void reads_a_binding_of_type_port_with_an_interface() {
    NewBinding binding =
        binding(
            "{\"type\":\"Port\",\"port_id\":\"%s\",\"interface_id\":\"%s\"}".formatted(PORT, ETH0));
    assertThat(binding.target()).isEqualTo(new BindingTarget(PORT, ETH0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"interface_id\":null"})
  void reads_a_binding_of_type_port_without_an_interface(String none) {
    NewBinding binding = binding("{\"type\":\"Port\",\"port_id\":\"" + PORT + "\"" + none + "}");
    assertThat(binding.target()).isEqualTo(new BindingTarget(PORT, null));
  }

  @Test
  void reads_a_binding_whose_type_is_last() {
    NewBinding binding = binding("{\"port_id\":\"" + PORT + "\",\"type\":\"Port\"}");
    assertThat(binding.target()).isEqualTo(new BindingTarget(PORT, null));
  }

  @Test
  void refuses_a_binding_without_a_type() {
    Refusal refusal = JsonRequestBody.of("{\"bindings\":[{}]}").refusedAs(NewService.class);
    assertThat(refusal)
        .returns(Reason.MISSING_FIELD, Refusal::reason)
        .returns("bindings[0].type", r -> r.params().get("path"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"Odd\"", "\"port\"", "\"\"", "7", "null"})
  void refuses_a_binding_of_an_unknown_type(String type) {
    Refusal refusal =
        JsonRequestBody.of("{\"bindings\":[{\"type\":" + type + "}]}").refusedAs(NewService.class);
    assertThat(refusal.params()).containsEntry("path", "bindings[0].type");
  }

  private static NewBinding binding(String json) {
    return JsonRequestBody.of(json).as(NewBinding.class);
  }
}
