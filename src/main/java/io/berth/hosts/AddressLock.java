package io.berth.hosts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The lock of all addresses with one hash; the migration of the schema inserts all there are. */
@Entity
@Table(name = "address_lock")
public class AddressLock {
  @Id private int id;
  private long revision;

  /** For JPA. */
  protected AddressLock() {}

  int id() {
    return id;
  }
}
