import { z } from "zod";
import { decimalOf } from "../kernel/money.ts";
import { currencyCode, readEach } from "./adcp.ts";
import type { DeliveryAnswer, DeliveryRequest, DeliveryRow } from "./port.ts";
import type { Payload } from "./wire/connection.ts";
