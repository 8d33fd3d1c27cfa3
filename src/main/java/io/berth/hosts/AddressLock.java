package io.berth.hosts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The lock of all addresses with one hash; the migration of the schema inserts all there are. */
@Entity
@Table(name = "address_lock")
public class AddressLock {
  /** How many there are: few enough for a small table, so many that two hosts seldom share one. */
  static final int COUNT = 16_384;

  @Id private int id;
  private long revision;

  /** For JPA. */
  protected AddressLock() {}

  int id() {
    return id;
  }
}
