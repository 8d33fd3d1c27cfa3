package io.berth.http.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  record Text(UUID id, String someText) {}

  record Others(int number, boolean flag, Instant createdAt, UUID hostId) {}

  private static final UUID ID = new UUID(0, 10);

  private static <R> String csv(Class<R> type, List<R> rows) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Csv.write(type, rows, body);
    return body.toString(StandardCharsets.UTF_8);
  }

  /** The cell after the id, as it is written. */
  private static String cell(String text) throws IOException {
    return csv(Text.class, List.of(new Text(ID, text)))
        .replaceAll(
            "(?s)\\Aid,some_text\r\n00000000-0000-0000-0000-00000000000a,(.*)\r\n\\z", "$1");
  }

  @Test
  void writes_a_header_without_rows() throws IOException {
    assertThat(csv(Text.class, List.of())).isEqualTo("id,some_text\r\n");
  }

  @Test
  void writes_a_row_for_each_record() throws IOException {
    assertThat(csv(Text.class, List.of(new Text(ID, "a"), new Text(ID, "b"))))
        .isEqualTo("id,some_text\r\n%1$s,a\r\n%1$s,b\r\n".formatted(ID));
  }

  @Test
  void writes_scalars_as_in_json() throws IOException {
    Instant time = Instant.parse("2026-01-02T03:04:05.000006Z");
    assertThat(csv(Others.class, List.of(new Others(-1, true, time, ID))))
        .isEqualTo(
            "number,flag,created_at,host_id\r\n-1,true,2026-01-02T03:04:05.000006Z,%s\r\n"
                .formatted(ID));
  }

  @Test
  void writes_an_empty_cell_for_null() throws IOException {
    assertThat(cell(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a\nb", "a\rb", "a\r\nb", "say \"a\"", ",", "\"", "\"\""})
  void quotes_special_characters(String text) throws IOException {
    assertThat(cell(text)).isEqualTo('"' + text.replace("\"", "\"\"") + '"');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "two words", " a ", "a=b", "3-4", "'", "é", "\ud83d\ude00", "a;b", "\\n"})
  void writes_plain_text_unquoted(String text) throws IOException {
    assertThat(cell(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "=", "\t=1", "\uff1d1", "\uff0b1", "\uff0d1"})
  void escapes_formulas(String text) throws IOException {
    assertThat(cell(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r=1", "\n=1", "=\"a\"", "=1,2"})
  void escapes_quoted_formulas(String text) throws IOException {
    assertThat(cell(text)).isEqualTo("\"'" + text.replace("\"", "\"\"") + '"');
  }

  @Test
  void writes_long_texts_completely() throws IOException {
    char[] text = new char[5000];
    Arrays.fill(text, 'x');
    assertThat(cell(new String(text))).isEqualTo(new String(text));
  }
}
