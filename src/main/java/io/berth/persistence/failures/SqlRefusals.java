package io.berth.persistence.failures;

import io.berth.persistence.ConstraintMeaning;
import io.berth.persistence.errors.LockContention;
import io.berth.persistence.errors.RetryableFailure;
import io.berth.persistence.errors.SqlErrorKind;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.metamodel.Type;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The refusals that failures of the database mean: a violated constraint by its {@link
 * ConstraintMeaning}, a deadlock or a lock timeout as {@link LockContention}, a failure of the
 * database as {@code unavailable} ({@link SqlErrorKind}).
 */
@ApplicationScoped
public class SqlRefusals {
  /**
   * The position of the constraint's name in the message, by vendor code. H2 puts it first, before
   * values of the client: {@code … "PUBLIC.TAG_NAME_INDEX_1 ON …}, {@code … "BINDING_PORT: …}.
   * MySQL puts the name of a key last, after the values: {@code … for key 'tag.tag_name'}; a
   * message about a foreign key has no values: {@code CONSTRAINT `binding_port`}. The other words
   * of a message depend on the language of the server.
   */
  private static final Map<Integer, Pattern> NAME_PATTERNS =
      Map.of(
          23503, NamePattern.FIRST,
          23505, NamePattern.FIRST,
          23506, NamePattern.FIRST,
          1062, NamePattern.LAST,
          1451, NamePattern.CONSTRAINT,
          1452, NamePattern.CONSTRAINT);

  private static final class NamePattern {
    static final Pattern FIRST = Pattern.compile("\\A[^\"]*\"(?:\\w+\\.)?(\\w+)[ :]");
    static final Pattern LAST = Pattern.compile("'(?:\\w+\\.)?(\\w+)'\\s*\\z");
    static final Pattern CONSTRAINT = Pattern.compile("CONSTRAINT `(\\w+)`");
  }

  /** MySQL has this name for every primary key. */
  private static final String PRIMARY = "primary";

  private record Meaning(Reason reason, String message) {}

  private final Map<String, Meaning> meanings = new HashMap<>();

  @PersistenceUnit private EntityManagerFactory persistence;

  @PostConstruct
  void readEntities() {
    read(persistence.getMetamodel().getEntities().stream().map(Type::getJavaType));
  }

  /** The refusals of these entities, outside of a container. */
  public static SqlRefusals of(Class<?>... entities) {
    SqlRefusals refusals = new SqlRefusals();
    refusals.read(Arrays.stream(entities));
    return refusals;
  }

  private void read(Stream<? extends Class<?>> entities) {
    meanings.put(PRIMARY, new Meaning(Reason.ID_TAKEN, ConstraintMeaning.ID_TAKEN));
    entities
        .flatMap(entity -> Arrays.stream(entity.getAnnotationsByType(ConstraintMeaning.class)))
        .forEach(one -> meanings.put(one.constraint(), new Meaning(one.reason(), one.message())));
  }

  /** The refusal for a failure; empty if the database did not cause it, or if it is unexpected. */
  public Optional<Refusal> find(Throwable failure) {
    return SqlErrorKind.causeOf(failure).flatMap(this::find);
  }

  /** The same for an exception of the database itself. */
  public Optional<Refusal> find(SQLException failure) {
    SqlErrorKind kind = SqlErrorKind.of(failure);
    return switch (kind) {
      case CONTENTION -> Optional.of(new LockContention());
      case CONNECTION_LOST -> Optional.of(new RetryableFailure(kind));
      case CONSTRAINT -> findForConstraint(failure);
      case UNEXPECTED -> Optional.empty();
      default -> Optional.of(kind.refusal());
    };
  }

  private Optional<Refusal> findForConstraint(SQLException failure) {
    return Optional.ofNullable(NAME_PATTERNS.get(failure.getErrorCode()))
        .map(pattern -> pattern.matcher(String.valueOf(failure.getMessage())))
        .filter(Matcher::find)
        .map(matcher -> meanings.get(constraintOf(matcher.group(1).toLowerCase(Locale.ROOT))))
        .map(meaning -> new Refusal(meaning.reason(), meaning.message()));
  }

  /**
   * H2 up to 2.3 reports the index of a constraint, whose name starts with that of the constraint.
   */
  private static String constraintOf(String name) {
    return name.startsWith("primary_key") ? PRIMARY : name.replaceFirst("_index_\\w+$", "");
  }
}
