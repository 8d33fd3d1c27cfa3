package io.berth.accounts.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
  private static final String KNOWN = "scp_u_0123456789ABCDEFGHIJKLMNOPQRSTUV";

  @Test
  void a_random_one_has_the_form_of_the_contract() {
    ApiKeySecret secret = ApiKeySecret.random();
    assertThat(secret.reveal()).matches("scp_u_[0-9A-Za-z]{32}");
  }

  @Test
  void random_ones_differ() {
    Stream<String> secrets =
        Stream.generate(ApiKeySecret::random).limit(1000).map(ApiKeySecret::reveal);
    assertThat(secrets).doesNotHaveDuplicates();
  }

  @Test
  void a_random_one_is_read_again() {
    ApiKeySecret secret = ApiKeySecret.random();
    assertThat(ApiKeySecret.find(secret.reveal()).orElseThrow().hash()).isEqualTo(secret.hash());
  }

  @Test
  void is_stored_as_its_sha_256() {
    ApiKeySecret secret = ApiKeySecret.find(KNOWN).orElseThrow();
    assertThat(HexFormat.of().formatHex(secret.hash()))
        .isEqualTo("086d6e02aae159e8daa8c62ded851b0c15fb53bc87490bd1fdead41511f85bda");
  }

  @Test
  void keeps_itself_out_of_logs() {
    ApiKeySecret secret = ApiKeySecret.find(KNOWN).orElseThrow();
    assertThat(secret).hasToString("**********");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "scp_u_",
        "scp_u_0123456789ABCDEFGHIJKLMNOPQRSTU",
        "scp_u_0123456789ABCDEFGHIJKLMNOPQRSTUVW",
        "scp_x_0123456789ABCDEFGHIJKLMNOPQRSTUV",
        "SCP_U_0123456789ABCDEFGHIJKLMNOPQRSTUV",
        " scp_u_0123456789ABCDEFGHIJKLMNOPQRSTUV",
        "scp_u_0123456789ABCDEFGHIJKLMNOPQRSTUV\n",
        "scp_u_0123456789ABCDEFGHIJKLMNOPQRST-V",
        "scp_u_0123456789ABCDEFGHIJKLMNOPQRSTÜV",
        "scp_u_٠123456789ABCDEFGHIJKLMNOPQRSTUV"
      })
  void refuses_another_form(String text) {
    assertThat(ApiKeySecret.find(text)).isEmpty();
  }
}
