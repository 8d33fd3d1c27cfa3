package io.berth.accounts.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeySecretTest {
  private static final String KNOWN = "scp_u_0123456789ABCDEFGHIJKLMNOPQRSTUV";

  @Test
  void generates_a_secret_in_the_documented_format() {
    ApiKeySecret secret = ApiKeySecret.random();
    assertThat(secret.reveal()).matches("scp_u_[0-9A-Za-z]{32}");
  }

  @Test
  void generates_different_secrets() {
    Stream<String> secrets =
        Stream.generate(ApiKeySecret::random).limit(1000).map(ApiKeySecret::reveal);
    assertThat(secrets).doesNotHaveDuplicates();
  }

  @Test
  void parses_a_generated_secret() {
    ApiKeySecret secret = ApiKeySecret.random();
    assertThat(ApiKeySecret.find(secret.reveal()).orElseThrow().hash()).isEqualTo(secret.hash());
  }

  @Test
  void hashes_with_sha_256() {
    ApiKeySecret secret = ApiKeySecret.find(KNOWN).orElseThrow();
    assertThat(HexFormat.of().formatHex(secret.hash()))
        .isEqualTo("086d6e02aae159e8daa8c62ded851b0c15fb53bc87490bd1fdead41511f85bda");
  }

  @Test
  void masks_the_secret_in_to_string() {
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
  void refuses_another_format(String text) {
    assertThat(ApiKeySecret.find(text)).isEmpty();
  }
}
