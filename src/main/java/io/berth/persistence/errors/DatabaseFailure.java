package io.berth.persistence.errors;

import java.sql.SQLException;

/** The database failed, for the log and the metrics: once for each transaction that it ended. */
public record DatabaseFailure(SqlErrorKind kind, SQLException cause) {}
