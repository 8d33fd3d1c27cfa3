package io.berth.persistence;

/** The query parameters of a list; implementations add conditions. */
public interface ListFilter {

  /** The requested part and order of the list; refuses malformed parameters. */
  PageSpec page();
}
