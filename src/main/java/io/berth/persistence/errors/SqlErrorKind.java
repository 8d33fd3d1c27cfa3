package io.berth.persistence.errors;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The classification of an {@link SQLException}: the only place that knows vendor codes, SQLStates
 * and driver classes. The codes are those of H2, MySQL, MariaDB and Galera. The code has precedence
 * over the exception class, and the class over the SQLState, because servers reuse SQLStates: MySQL
 * reports "too many connections of this user" in the class of syntax errors.
 *
 * <p>Only an error of Berth's own SQL or data is {@link #UNEXPECTED}. A failure that is not listed
 * is {@link #OTHER}: a failure of the database, not of Berth.
 */
public enum SqlErrorKind {
  /** A deadlock, a lock that was not granted in time, a failed certification in a cluster. */
  CONTENTION(
      Reason.UNAVAILABLE, "Too many requests changed the same data at the same time. Try again."),
  /** The connection, or a statement of it, is broken or closed. */
  CONNECTION_LOST(
      Reason.UNAVAILABLE,
      "The connection to the database was lost. Nothing was changed. Try again."),
  /** No connection can be opened: the server is unreachable, or refuses connections. */
  UNREACHABLE(Reason.UNAVAILABLE, "The database cannot be reached. Try again later."),
  /** A replica, a demoted primary, or a server in maintenance. */
  READ_ONLY(
      Reason.UNAVAILABLE, "The database is read-only. Reads work. Try the write again later."),
  /** An administrator ended the statement or the session. */
  CANCELED(
      Reason.UNAVAILABLE, "The database ended this statement. Nothing was changed. Try again."),
  /** A statement took longer than the database or the driver allows. */
  TIMEOUT(
      Reason.UNAVAILABLE,
      "The database did not respond in time. Nothing was changed. Try again later."),
  /** A statement is larger than the server accepts ({@code max_allowed_packet}). */
  PACKET_TOO_LARGE(
      Reason.TOO_LARGE,
      "The request is larger than the database accepts in one statement. Send less at once."),
  /** The disk of the database is full, or a table space can't grow. */
  STORAGE_FULL(
      Reason.UNAVAILABLE,
      "The storage of the database is full. Nothing was changed. Reads work. Try again later."),
  /** Too many connections, no memory, no threads, no free lock entries. */
  OUT_OF_RESOURCES(
      Reason.UNAVAILABLE, "The database has no free resources for this request. Try again later."),
  /** Starting, shutting down, or a node that has left its cluster. */
  NOT_READY(Reason.UNAVAILABLE, "The database is not ready. Try again later."),
  /** The database account of Berth is locked or expired, or lacks a privilege. */
  ACCESS_DENIED(
      Reason.UNAVAILABLE, "The database denies Berth access to its data. Try again later."),
  /** A failure of the database that is not in the list. */
  OTHER(Reason.UNAVAILABLE, "The database failed. Nothing was changed. Try again later."),
  /** A constraint of the schema; its name decides the refusal. */
  CONSTRAINT(null, null),
  /** An error of Berth's own SQL or data. */
  UNEXPECTED(null, null);

  private static final Map<Integer, SqlErrorKind> CODES = codes();

  /** No connection was made, or the server rejected it (SQL standard). */
  private static final Set<String> UNREACHABLE_STATES = Set.of("08001", "08004");

  /** By prefix of the SQLState; the longest matching prefix counts. */
  private static final Map<String, SqlErrorKind> STATES =
      Map.ofEntries(
          Map.entry("08", CONNECTION_LOST),
          Map.entry("23", CONSTRAINT),
          Map.entry("25", READ_ONLY),
          Map.entry("28", ACCESS_DENIED),
          Map.entry("40", CONTENTION),
          Map.entry("53", OUT_OF_RESOURCES),
          Map.entry("53100", STORAGE_FULL),
          Map.entry("54", OUT_OF_RESOURCES),
          Map.entry("57", CANCELED),
          Map.entry("70", CANCELED),
          Map.entry("HYT", TIMEOUT),
          // States that only a programming error causes.
          Map.entry("07", UNEXPECTED),
          Map.entry("0A", UNEXPECTED),
          Map.entry("21", UNEXPECTED),
          Map.entry("22", UNEXPECTED),
          Map.entry("24", UNEXPECTED),
          Map.entry("26", UNEXPECTED),
          Map.entry("33", UNEXPECTED),
          Map.entry("34", UNEXPECTED),
          Map.entry("42", UNEXPECTED),
          Map.entry("S0", UNEXPECTED),
          Map.entry("S1009", UNEXPECTED),
          Map.entry("S1C00", UNEXPECTED));

  private final Reason reason;
  private final String message;

  SqlErrorKind(Reason reason, String message) {
    this.reason = reason;
    this.message = message;
  }

  private static Map<Integer, SqlErrorKind> codes() {
    Map<Integer, SqlErrorKind> codes = new HashMap<>();
    // 1020: a row changed since the snapshot (MariaDB); 3101, 3100: rejected by group replication.
    put(codes, CONTENTION, 1020, 1205, 1213, 3101, 3572, 40001, 50200, 90131);
    put(codes, CONNECTION_LOST, 1152, 1159, 1160, 1161, 1184, 1927, 2006, 2013, 4031);
    put(codes, CONNECTION_LOST, 90007, 90067, 90098, 90121);
    put(codes, READ_ONLY, 1223, 1290, 1792, 1836, 1874, 3989, 90097);
    put(codes, CANCELED, 1317, 1028, 57014);
    put(codes, TIMEOUT, 1907, 1969, 3024);
    put(codes, PACKET_TOO_LARGE, 1153, 1162, 1301, 2020);
    // 3 and 20: a file of the server can't be written; 1030: an error of the storage engine.
    put(codes, STORAGE_FULL, 3, 20, 1021, 1026, 1114, 1435, 3019, 90028, 90031);
    put(codes, OUT_OF_RESOURCES, 1037, 1038, 1040, 1041, 1129, 1135, 1203, 1206, 1226, 1461, 1637);
    put(codes, OUT_OF_RESOURCES, 1116, 1129, 3168, 90108);
    put(codes, NOT_READY, 1047, 1049, 1053, 1077, 1079, 1146, 1180, 1187, 1194, 1195, 1930, 3098);
    put(codes, NOT_READY, 3100, 3169, 3032, 90013, 90020, 90135, 90146);
    put(codes, ACCESS_DENIED, 1044, 1045, 1130, 1142, 1143, 1227, 1370, 1820, 1862, 3118, 3955);
    put(codes, ACCESS_DENIED, 4151, 90096);
    put(codes, CONSTRAINT, 23503, 23505, 23506, 1062, 1451, 1452);
    put(codes, UNEXPECTED, 1210, 1265, 1364, 1366, 1390, 3819, 4025, 23502, 23513);
    put(codes, UNEXPECTED, 90001, 90002, 90003, 90004, 90005, 90008, 90010, 90012, 90014, 90015);
    return Map.copyOf(codes);
  }

  private static void put(Map<Integer, SqlErrorKind> codes, SqlErrorKind kind, int... all) {
    for (int code : all) {
      codes.put(code, kind);
    }
  }

  /**
   * The database failure among the causes, if there is one: the first whose kind is known, because
   * containers wrap the exception of the driver in their own.
   */
  public static Optional<SQLException> causeOf(Throwable failure) {
    List<SQLException> all =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .filter(SQLException.class::isInstance)
            .map(SQLException.class::cast)
            .toList();
    return all.stream()
        .filter(cause -> of(cause) != OTHER)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** The kind of a failure, by its own code, class and SQLState; causes are not considered. */
  public static SqlErrorKind of(SQLException failure) {
    SqlErrorKind listed = CODES.get(failure.getErrorCode());
    if (listed != null) {
      return listed;
    }
    if (UNREACHABLE_STATES.contains(String.valueOf(failure.getSQLState()))) {
      return UNREACHABLE;
    }
    if (isBroken(failure)) {
      return CONNECTION_LOST;
    }
    if (hasClass(failure, "PacketTooBig")) {
      return PACKET_TOO_LARGE;
    }
    if (failure instanceof SQLTimeoutException) {
      return TIMEOUT;
    }
    return ofState(failure.getSQLState() == null ? "" : failure.getSQLState());
  }

  /**
   * Connector/J reports a closed statement or connection as an illegal argument, with a specific
   * class only in the cause.
   */
  private static boolean isBroken(SQLException failure) {
    return failure instanceof SQLNonTransientConnectionException
        || failure instanceof SQLTransientConnectionException
        || failure instanceof SQLRecoverableException
        || hasClass(failure, "IsClosedException")
        || "S1009".equals(failure.getSQLState())
            && String.valueOf(failure.getMessage()).contains("closed");
  }

  private static boolean hasClass(SQLException failure, String part) {
    return failure.getClass().getName().contains(part)
        || failure.getCause() != null && failure.getCause().getClass().getName().contains(part);
  }

  private static SqlErrorKind ofState(String state) {
    return STATES.keySet().stream()
        .filter(state::startsWith)
        .max(Comparator.comparingInt(String::length))
        .map(STATES::get)
        .orElse(OTHER);
  }

  /**
   * Whether the database failed: false for contention with other writers, and for errors of Berth
   * itself.
   */
  public boolean isFailureOfDatabase() {
    return reason != null && this != CONTENTION && this != PACKET_TOO_LARGE;
  }

  /** Whether this connection must be replaced, because only a new one may reach a usable server. */
  public boolean requiresNewConnection() {
    return this == CONNECTION_LOST
        || this == READ_ONLY
        || this == NOT_READY
        || this == ACCESS_DENIED;
  }

  /** The refusal of this kind; not for kinds that do not determine it alone. */
  public Refusal refusal() {
    return new Refusal(reason, message);
  }

  public Reason reason() {
    return reason;
  }

  String message() {
    return message;
  }
}
