# What a competent administrator writes without a module: no checks, no retries, one request after the other.
param([string] $Path, [string] $Uri, [string] $AccessToken, [string] $SecretKey)

$batch = [Collections.Generic.List[object]]::new(25)
function Send-Batch {
    $body = @{ data = @{ shipments = $batch; access_token = $AccessToken; secret_key = $SecretKey } } | ConvertTo-Json -Depth 5 -Compress
    $reply = Invoke-RestMethod -Uri $Uri -Method Post -Body $body -ContentType 'application/json'
    foreach ($entry in $reply.data.psobject.Properties.Value) {
        [pscustomobject]@{ Order = $entry.refnum; Status = $entry.status; Remark = $entry.remark }
    }
    $batch.Clear()
}

foreach ($row in Import-Csv -LiteralPath $Path) {
    $batch.Add([ordered]@{
            order = $row.order; sub_order = $row.sub_order; order_date = $row.order_date; total_amount = $row.total_amount
            name = $row.name; company_name = $row.company_name; add = $row.add; add2 = $row.add2; add3 = $row.add3; pin = $row.pin
            city = $row.city; state = $row.state; country = $row.country; phone = $row.phone; alt_phone = $row.alt_phone
            email = $row.email; is_billing_same_as_shipping = 'yes'; billing_name = $row.name; billing_company_name = $row.company_name
            billing_add = $row.add; billing_add2 = $row.add2; billing_add3 = $row.add3; billing_pin = $row.pin
            billing_city = $row.city; billing_state = $row.state; billing_country = $row.country; billing_phone = $row.phone
            billing_alt_phone = $row.alt_phone; billing_email = $row.email
            products = @(@{
                    product_name = $row.product_name; product_sku = $row.product_sku; product_quantity = $row.product_quantity
                    product_price = $row.product_price; product_tax_rate = $row.product_tax_rate
                    product_hsn_code = $row.product_hsn_code; product_discount = $row.product_discount
                })
            shipment_length = $row.shipment_length; shipment_width = $row.shipment_width; shipment_height = $row.shipment_height
            weight = $row.weight; shipping_charges = $row.shipping_charges; giftwrap_charges = '0'; transaction_charges = '0'
            total_discount = '0'; first_attemp_discount = '0'; cod_amount = $row.cod_amount; cod_charges = '0'
            advance_amount = if ($row.payment_mode -eq 'COD') { '0' } else { $row.total_amount }
            payment_mode = $row.payment_mode; reseller_name = ''; eway_bill_number = ''; gst_number = $row.gst_number
        })
    if ($batch.Count -eq 25) { Send-Batch }
}
if ($batch.Count) { Send-Batch }
