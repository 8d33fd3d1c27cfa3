package io.berth.hosts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A lock for all addresses with the same hash. The schema migration inserts all rows. */
@Entity
@Table(name = "address_lock")
public class AddressLock {
  @Id private int id;
  private long revision;

  /** Required by JPA. */
  protected AddressLock() {}
}
