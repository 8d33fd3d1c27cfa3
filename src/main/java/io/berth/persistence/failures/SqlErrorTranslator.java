package io.berth.persistence.failures;

import io.berth.persistence.errors.LockContention;
import io.berth.persistence.errors.RetryableFailure;
import io.berth.persistence.errors.SqlErrorKind;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.validator.engine.HibernateConstraintViolation;

/**
 * Translates exceptions of every EJB to refusals: a violated constraint by its name, a deadlock or
 * a lock timeout to {@link LockContention}, a failure of the database to {@code unavailable}
 * ({@link SqlErrorKind}). All other exceptions stay as they are. Fires an event for each
 * transaction that contention ends.
 */
public class SqlErrorTranslator {
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

  private record Meaning(Reason reason, String message) {}

  private static Map.Entry<String, Meaning> entry(String name, Reason reason, String message) {
    return Map.entry(name, new Meaning(reason, message));
  }

  private static final String ID_TAKEN =
      "The id is already in use. Send another UUID, or the nil UUID to let Berth create one.";

  private static final Map<String, Meaning> MEANINGS =
      Map.ofEntries(
          entry(
              "tag_name", Reason.NAME_TAKEN, "The organization already has a tag with this name."),
          entry(
              "subnet_cidr",
              Reason.NAME_TAKEN,
              "The network already has a subnet with this CIDR block."),
          entry("interface_pk", Reason.ID_TAKEN, ID_TAKEN),
          entry("port_pk", Reason.ID_TAKEN, ID_TAKEN),
          entry("service_pk", Reason.ID_TAKEN, ID_TAKEN),
          entry("binding_pk", Reason.ID_TAKEN, ID_TAKEN),
          // MySQL has this name for every primary key; only ids that clients create can collide.
          entry("primary", Reason.ID_TAKEN, ID_TAKEN),
          entry(
              "binding_claim",
              Reason.PORT_CLAIMED,
              "Another service already claims this port on the same interface."),
          entry(
              "binding_port",
              Reason.IN_USE,
              "Bindings refer to this port, so it cannot move to another host. Delete the"
                  + " bindings first."),
          entry(
              "binding_interface",
              Reason.IN_USE,
              "Bindings refer to this interface, so it cannot move to another host. Delete the"
                  + " bindings first."),
          entry(
              "port_number",
              Reason.DUPLICATE_PORT,
              "The host already has a port with this number and protocol."),
          entry(
              "interface_address",
              Reason.DUPLICATE_INTERFACE,
              "The host already has an interface with this address in the subnet."));

  @Resource private TransactionSynchronizationRegistry transaction;
  @Inject private Event<LockContention> contentionEvent;
  @Inject private DatabaseFailures failures;

  @AroundInvoke
  Object translate(InvocationContext call) throws Exception {
    boolean first = isFirstOfTransaction();
    try {
      return proceed(call, first);
    } catch (LockContention contention) {
      if (first) {
        contentionEvent.fire(contention);
      }
      throw contention;
    }
  }

  private Object proceed(InvocationContext call, boolean first) throws Exception {
    try {
      return call.proceed();
    } catch (Refusal refusal) {
      throw refusal;
    } catch (ConstraintViolationException violations) {
      if (!first && transaction.getTransactionKey() != null) {
        transaction.setRollbackOnly();
      }
      throw contentionIn(violations).map(RuntimeException.class::cast).orElse(violations);
    } catch (RuntimeException failure) {
      failures.report(failure);
      throw meaningOf(failure).map(RuntimeException.class::cast).orElse(failure);
    }
  }

  /** Whether this is the first call of the transaction, before which nothing is written. */
  private boolean isFirstOfTransaction() {
    if (transaction.getTransactionKey() == null) {
      return false;
    }
    boolean first = transaction.getResource(SqlErrorTranslator.class) == null;
    transaction.putResource(SqlErrorTranslator.class, true);
    return first;
  }

  /** Contention within a validation is not a violation: only as itself is it retried. */
  private static Optional<LockContention> contentionIn(ConstraintViolationException violations) {
    return violations.getConstraintViolations().stream()
        .map(SqlErrorTranslator::refusalIn)
        .filter(LockContention.class::isInstance)
        .map(LockContention.class::cast)
        .findFirst();
  }

  private static Refusal refusalIn(ConstraintViolation<?> violation) {
    HibernateConstraintViolation<?> detailed = violation.unwrap(HibernateConstraintViolation.class);
    return detailed.getDynamicPayload(Refusal.class);
  }

  /**
   * H2 up to 2.3 reports the index of a constraint, whose name starts with that of the constraint.
   */
  private static String constraintOf(String name) {
    return name.startsWith("primary_key") ? "primary" : name.replaceFirst("_index_\\w+$", "");
  }

  /** The refusal for a failure; empty if the database did not cause it, or if it is unexpected. */
  public static Optional<Refusal> meaningOf(Throwable failure) {
    return SqlErrorKind.causeOf(failure).flatMap(SqlErrorTranslator::meaningOf);
  }

  static Optional<Refusal> meaningOf(SQLException failure) {
    SqlErrorKind kind = SqlErrorKind.of(failure);
    return switch (kind) {
      case CONTENTION -> Optional.of(new LockContention());
      case CONNECTION_LOST -> Optional.of(new RetryableFailure(kind));
      case CONSTRAINT -> meaningOfConstraint(failure);
      case UNEXPECTED -> Optional.empty();
      default -> Optional.of(kind.refusal());
    };
  }

  private static Optional<Refusal> meaningOfConstraint(SQLException failure) {
    return Optional.ofNullable(NAME_PATTERNS.get(failure.getErrorCode()))
        .map(pattern -> pattern.matcher(String.valueOf(failure.getMessage())))
        .filter(Matcher::find)
        .map(matcher -> MEANINGS.get(constraintOf(matcher.group(1).toLowerCase(Locale.ROOT))))
        .map(meaning -> new Refusal(meaning.reason(), meaning.message()));
  }
}
