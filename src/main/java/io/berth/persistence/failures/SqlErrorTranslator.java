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
 * Turns what the database says into refusals, around every EJB: a broken named constraint has a
 * meaning, a deadlock or a lock timeout is {@link LockContention}, a database that fails is
 * unavailability ({@link SqlErrorKind}). Anything else stays what it was: unexpected. A transaction
 * that contention ends is told of by an event.
 */
public class SqlErrorTranslator {
  /**
   * Where the broken constraint is named, by the code of the failure. H2 names it first of all,
   * before the values that a client sent: {@code … "PUBLIC.TAG_NAME_INDEX_1 ON …}, {@code …
   * "BINDING_PORT: …}. MySQL names a key at the very end, after them: {@code … for key
   * 'tag.tag_name'}; and where it names a foreign key, it tells no values: {@code CONSTRAINT
   * `binding_port`}. The words around are in the language of the server.
   */
  private static final Map<Integer, Pattern> NAMED =
      Map.of(
          23503, Place.FIRST,
          23505, Place.FIRST,
          23506, Place.FIRST,
          1062, Place.LAST,
          1451, Place.CONSTRAINT,
          1452, Place.CONSTRAINT);

  private static final class Place {
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
          // MySQL's name of every primary key; only ids that clients make can be taken.
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
  @Inject private Event<LockContention> contended;
  @Inject private DatabaseFailures failures;

  @AroundInvoke
  Object translate(InvocationContext call) throws Exception {
    boolean first = isFirstOfTransaction();
    try {
      return translated(call, first);
    } catch (LockContention contention) {
      if (first) {
        contended.fire(contention);
      }
      throw contention;
    }
  }

  private Object translated(InvocationContext call, boolean first) throws Exception {
    try {
      return call.proceed();
    } catch (Refusal refusal) {
      throw refusal;
    } catch (ConstraintViolationException broken) {
      if (!first && transaction.getTransactionKey() != null) {
        transaction.setRollbackOnly();
      }
      throw contentionIn(broken).map(RuntimeException.class::cast).orElse(broken);
    } catch (RuntimeException failure) {
      failures.report(failure);
      throw meaningOf(failure).map(RuntimeException.class::cast).orElse(failure);
    }
  }

  /** Whether nobody in this transaction was called before: then nothing is written yet. */
  private boolean isFirstOfTransaction() {
    if (transaction.getTransactionKey() == null) {
      return false;
    }
    boolean first = transaction.getResource(SqlErrorTranslator.class) == null;
    transaction.putResource(SqlErrorTranslator.class, true);
    return first;
  }

  /** A rule that met another writer is not broken: only as itself is the contention tried again. */
  private static Optional<LockContention> contentionIn(ConstraintViolationException broken) {
    return broken.getConstraintViolations().stream()
        .map(SqlErrorTranslator::refusalIn)
        .filter(LockContention.class::isInstance)
        .map(LockContention.class::cast)
        .findFirst();
  }

  private static Refusal refusalIn(ConstraintViolation<?> violation) {
    HibernateConstraintViolation<?> detailed = violation.unwrap(HibernateConstraintViolation.class);
    return detailed.getDynamicPayload(Refusal.class);
  }

  /** H2 until 2.3 names the index of a constraint, which it has named after the constraint. */
  private static String constraintOf(String name) {
    return name.startsWith("primary_key") ? "primary" : name.replaceFirst("_index_\\w+$", "");
  }

  /** The refusal that a failure means, if the database is behind it and its meaning is known. */
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
    return Optional.ofNullable(NAMED.get(failure.getErrorCode()))
        .map(named -> named.matcher(String.valueOf(failure.getMessage())))
        .filter(Matcher::find)
        .map(named -> MEANINGS.get(constraintOf(named.group(1).toLowerCase(Locale.ROOT))))
        .map(meaning -> new Refusal(meaning.reason(), meaning.message()));
  }
}
