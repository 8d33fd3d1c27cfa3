package io.berth.persistence.errors;

import java.sql.SQLException;

/**
 * An event for the log and the metrics: the database failed. Fired once for each transaction that
 * the failure ended.
 */
public record DatabaseFailure(SqlErrorKind kind, SQLException cause) {}
