package io.berth.http.lists;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.berth.http.json.ScalarModule;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Writes a list as CSV (RFC 4180): a header, then a row per record with its components as columns.
 * Null is an empty cell. A text that a spreadsheet would evaluate as a formula is prefixed with an
 * apostrophe.
 */
public final class Csv {
  private static final String TYPE = "text/csv;charset=UTF-8";

  /** The characters that OWASP lists for CSV injection; the last four are the full-width forms. */
  private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  /** The end of an incomplete file: an unterminated quoted cell, which CSV parsers refuse. */
  private static final String INCOMPLETE = "\"This file is incomplete.";

  private static final CsvMapper MAPPER = mapper();

  private Csv() {}

  record File<R>(Class<R> row, StreamedList<R> rows) implements StreamingOutput {
    @Override
    public void write(OutputStream body) throws IOException {
      Csv.write(row, rows, body);
    }
  }

  /** A response that writes the file while it reads the rows with these ids, in this order. */
  public static <R extends Record> Response of(
      String name, Class<R> row, List<UUID> ids, Function<List<UUID>, List<R>> rows) {
    return Response.ok(new File<>(row, new StreamedList<>(ids, rows, StreamedList.CHUNK)), TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
        .build();
  }

  static <R> void write(Class<R> row, Iterable<R> rows, OutputStream body) throws IOException {
    ObjectWriter writer =
        MAPPER.writer(MAPPER.schemaFor(row).withHeader().withLineSeparator("\r\n"));
    // Closed only after success: after a failure, the buffered part must not be sent as a response.
    SequenceWriter cells = writer.writeValues(body);
    boolean started = false;
    try {
      for (R item : rows) {
        cells.write(item);
        started = true;
      }
    } catch (RuntimeException failure) {
      if (started) {
        cells.flush();
        body.write(INCOMPLETE.getBytes(StandardCharsets.UTF_8));
      }
      throw failure;
    }
    cells.close();
  }

  private static CsvMapper mapper() {
    return CsvMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
        .addModule(new ScalarModule().addSerializer(String.class, new TextCell()))
        .build();
  }

  private static final class TextCell extends StdScalarSerializer<String> {
    private static final long serialVersionUID = 1;

    TextCell() {
      super(String.class);
    }

    @Override
    public void serialize(String text, JsonGenerator cells, SerializerProvider provider)
        throws IOException {
      boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
      cells.writeString(isFormula ? "'" + text : text);
    }
  }
}
